import io
import logging
out = io.StringIO()
log = logging.getLogger("a")
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("[{levelname:>8}] {message}", style="{"))
log.addHandler(handler)
log.error("bad")
log.info("not shown")
logging.disable(logging.CRITICAL)
log.critical("gone")
print(out.getvalue())  # expect: [   ERROR] bad
# expect: 
