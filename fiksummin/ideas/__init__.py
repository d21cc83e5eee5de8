"""Campaigns and ideas: each gets an owner, a day, and a reasoned answer."""
