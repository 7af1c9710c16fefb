"""Home, the workbenches' front doors, health, robots and sitemap."""
