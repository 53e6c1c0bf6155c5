"""How many workbooks are built: what is stale, who builds, what comes back."""
