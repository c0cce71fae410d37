import codecs
with codecs.open('文.txt', 'w', encoding='utf-8') as file:
    file.write('循环\r\n网络\n')
with codecs.open('文.txt', 'r', 'utf-8') as file:
    print(repr(file.read()))  # expect: '循环\r\n网络\n'
print(codecs.encode('Hello', 'rot13'), codecs.decode(b'\xe5\xbe\xaa', 'utf-8'), codecs.encode('é', 'latin-1'), codecs.BOM_UTF8)  # expect: Uryyb 循 b'\xe9' b'\xef\xbb\xbf'
