"""The trail: what grew from what, who had a part in it, and who answers for what comes next."""
