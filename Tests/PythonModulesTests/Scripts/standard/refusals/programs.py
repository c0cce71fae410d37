import subprocess  # raises: NotSupported: subprocess is not available in nbrun (a note may not start programs)
