import io
import re
from tqdm import tqdm, trange


def bar(file):
    """The bar with its times left out."""
    text = file.getvalue().split('\r')[-1].rstrip('\n')
    return re.sub(r'\[.*?(, loss.*)?\]', lambda found: '[time' + (found[1] or '') + ']', text)


file = io.StringIO()
print(sum(tqdm([1, 2, 3], file=file, desc='sum')))  # expect: 6
print(bar(file).replace('█', '').replace(' ', ''))  # expect: sum:100%|##########|3/3[time]
file = io.StringIO()
with tqdm(total=10, file=file) as progress:
    for n in range(5):
        progress.update(2)
        progress.set_postfix(loss=0.12345678, n=n)
print(progress.n, re.sub('█+', '', bar(file)))  # expect: 10 100%|##########| 10/10 [time, loss=0.123, n=4]
print(list(trange(3, disable=True)), tqdm.format_interval(3725), tqdm.format_num(1234567.0))  # expect: [0, 1, 2] 1:02:05 1.23e+6
tqdm.write('line')  # expect: line
