"""What an article is made of besides prose, found in its tokens."""
