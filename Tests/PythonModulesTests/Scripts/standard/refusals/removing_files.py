import shutil
shutil.rmtree("x")  # raises: PermissionError: shutil.rmtree is not available in nbrun (a note may not change files)
