def f():
    1 / 0
try:
    f()
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_next.tb_frame.f_code.co_name)
    print(e.with_traceback(None) is e, e.__traceback__)  # expect: 4 2 None f
# expect: True None
