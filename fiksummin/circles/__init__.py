"""Communities: voluntary groups beside the line of the organisation, their members and who keeps them."""
