"""Those who take part in an event, as its organisers and those who receive people see them."""
