"""Python imports this by itself at start where this folder is on PYTHONPATH, as it is in every child of the tests."""

from __future__ import annotations

from network_guard import refuse_network

refuse_network()
