"""Tests of pictures and scans."""
