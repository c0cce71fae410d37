import glob
import os
print(sorted(glob.glob("modules/*.py")), glob.glob("nothing*"), "modules/helpers.py" in glob.glob("**/*.py", recursive=True))  # expect: ['modules/helpers.py', 'modules/imported_from_beside.py'] [] True
print(os.stat("modules/helpers.py").st_size == os.path.getsize("modules/helpers.py"))  # expect: True
