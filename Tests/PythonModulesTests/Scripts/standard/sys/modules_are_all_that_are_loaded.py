import sys
import json
import re

print(sys.modules["re"] is re, "json" in sys.modules, "google.colab" in sys.modules)  # expect: True True False
import textwrap

print(sys.modules["textwrap"] is textwrap)  # expect: True
