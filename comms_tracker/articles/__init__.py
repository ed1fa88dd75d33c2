"""An article to what it holds: its passages, the statements that it quotes, and when each was issued."""

from __future__ import annotations

from comms_tracker.articles.dating import resolve
from comms_tracker.articles.records import Article, ArticleStatement, Dated, Piece
from comms_tracker.articles.statements import looks_like_article, read_article

__all__ = ["Article", "ArticleStatement", "Dated", "Piece", "looks_like_article", "read_article", "resolve"]
