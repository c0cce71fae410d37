from contextlib import closing, nullcontext, suppress
with suppress(KeyError):
    {}["a"]
log = []
class Thing:
    def close(self):
        log.append("closed")
with closing(Thing()), nullcontext(5) as five:
    log.append(five)
print(log)  # expect: [5, 'closed']
