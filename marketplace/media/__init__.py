"""Pictures and private scans."""
