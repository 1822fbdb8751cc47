"""The door for what is published: feeds, sitemaps and pages, looked at again and again."""
