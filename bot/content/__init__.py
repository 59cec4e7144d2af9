"""What the company's own content looks like in the database: templates, articles, transcripts."""
