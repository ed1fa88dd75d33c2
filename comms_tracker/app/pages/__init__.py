"""One module a page. Each reads, asks ``views`` what to show and ``markup`` how, and holds no rule of its own."""
