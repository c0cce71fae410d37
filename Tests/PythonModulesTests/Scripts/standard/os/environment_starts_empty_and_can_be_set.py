import os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
print(os.environ["TF_CPP_MIN_LOG_LEVEL"], os.environ.get("NOT_THERE"), os.getenv("NOT_THERE", "x"))  # expect: 2 None x
