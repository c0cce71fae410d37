import html
print(html.escape('<a href="x">\'&</a>'), html.escape('"', quote=False))  # expect: &lt;a href=&quot;x&quot;&gt;&#x27;&amp;&lt;/a&gt; "
print(html.unescape('&lt;b&gt; &amp;amp; &#65;&#x4e2d; &quot; &unknown; &nbsp;|'))  # expect: <b> &amp; A中 " &unknown;  |
