"""The browser app: pages that show what a store holds. Looking never writes.

``views`` turn records into what a page shows and know nothing of Streamlit; ``markup`` turns views into HTML in
which every word from a statement went through ``report.escape``; ``pages`` are one module a page and hold no rule;
``words`` holds the words of the app. A new page is one module in ``pages`` and one line in ``main``.
"""
