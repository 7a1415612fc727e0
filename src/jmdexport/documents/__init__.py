"""Documents: templates in Markdown, the forms of both languages, and the page that a browser shows."""
