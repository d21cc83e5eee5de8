"""Pages of campaigns and ideas."""
