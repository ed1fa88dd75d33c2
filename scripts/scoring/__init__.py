"""The project's own accuracy: its sets of gold marked by ``comms_tracker.scoring``, and the page that says so."""
