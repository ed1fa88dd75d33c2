"""One page from the web, and no more: only public addresses, small answers, and never for long.

The address that was checked is the one that is connected to. Proxies named in the environment are not used, because a
proxy would look the name up by itself.
"""

from __future__ import annotations

from comms_tracker.fetching.addresses import resolve_name
from comms_tracker.fetching.fetch import (
    DEFAULT_LIMITS,
    LATER,
    Fetched,
    Network,
    fetch,
    post_json,
    refuse_address,
    retry_after,
    status_sentence,
)
from comms_tracker.fetching.requests import Limits, user_agent

__all__ = [
    "DEFAULT_LIMITS",
    "LATER",
    "Fetched",
    "Limits",
    "Network",
    "fetch",
    "post_json",
    "refuse_address",
    "resolve_name",
    "retry_after",
    "status_sentence",
    "user_agent",
]
