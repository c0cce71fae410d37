/// Looks at a page as those do who cannot look at it.
enum Accessibility {
    /// JavaScript whose value names what is wrong, one thing a line; empty where nothing is.
    static let script = """
        (() => {
            const found = [];
            const name = e => (e.getAttribute('aria-label') || e.textContent || e.getAttribute('alt') || '').trim();
            document.querySelectorAll('a[href], button, input, summary').forEach(e => {
                if (!name(e) && !e.closest('[hidden]')) found.push('no name: ' + e.outerHTML.slice(0, 90));
            });
            document.querySelectorAll('img:not([alt])').forEach(e => found.push('no description: ' + e.outerHTML.slice(0, 90)));
            if (document.querySelectorAll('h1').length !== 1) found.push('not one main heading');
            let last = 1;
            document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)').forEach(h => {
                const level = Number(h.tagName[1]);
                if (level > last + 1) found.push('a level left out: ' + h.textContent);
                last = level;
            });
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => found.push('twice: ' + id));
            if (!document.documentElement.lang) found.push('no language');
            const parse = text => {
                const n = text.match(/[\\d.]+/g).map(Number);
                return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 };
            };
            const light = c => [c.r, c.g, c.b].map(v => v / 255)
                .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = e => {
                for (; e; e = e.parentElement) {
                    const colour = getComputedStyle(e).backgroundColor;
                    if (/^rgb/.test(colour) && parse(colour).a === 1) return parse(colour);
                }
                return { r: 255, g: 255, b: 255 };
            };
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const e = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !e.checkVisibility({ opacityProperty: true })) continue;
                if (e.closest('script, svg, .katex-mathml')) continue;
                const colour = getComputedStyle(e).color;
                if (!/^rgb/.test(colour)) continue;
                const [a, b] = [light(parse(colour)), light(ground(e))].sort((x, y) => y - x);
                const ratio = (a + 0.05) / (b + 0.05);
                if (ratio < 4.5) found.push(ratio.toFixed(2) + ': ' + walker.currentNode.data.trim().slice(0, 40));
            }
            return [...new Set(found)].join('\\n');
        })()
        """
}
