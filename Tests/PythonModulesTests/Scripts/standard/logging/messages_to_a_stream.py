import io
import logging
out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="%(levelname)s|%(name)s|%(message)s")
logging.info("loss %.2f", 0.5)
logging.debug("not shown")
log = logging.getLogger("model.rnn")
log.warning("%d of %s", 3, "ten")
log.setLevel("DEBUG")
log.debug("shown")
print(out.getvalue())  # expect: INFO|root|loss 0.50
# expect: WARNING|model.rnn|3 of ten
# expect: DEBUG|model.rnn|shown
# expect: 
print(log, logging.getLogger("model.rnn") is log, logging.getLevelName(20), log.isEnabledFor(10), logging.getLogger())  # expect: <Logger model.rnn (DEBUG)> True INFO True <RootLogger root (INFO)>
log.setLevel("LOUD")  # raises: ValueError: Unknown level: 'LOUD'
