"""What knows neither news nor sites."""
