"""Facts, time, tasks, mail and the engines below; knows no domain noun."""
