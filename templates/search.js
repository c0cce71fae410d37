// The search of a site: looks up words in an index that is loaded with the first key.
(function () {
    'use strict';
    var form = document.querySelector('form.search');
    if (!form) return;
    var root = document.documentElement.dataset.root;
    var input = form.querySelector('input');
    var results = form.querySelector('.results');
    var index = null;
    var HAN = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]|[\ud840-\ud88f][\udc00-\udfff]/;
    // More hits than this are no help.
    var MOST = 20;

    form.hidden = false;

    // The same cut as in the index: Latin words, and pairs of neighbouring Chinese characters.
    function words(text) {
        var found = [], latin = '', han = [];
        function endLatin() { if (latin) found.push({ text: latin, isExact: false }); latin = ''; }
        function endHan() {
            if (han.length === 1) found.push({ text: han[0], isExact: false });
            for (var i = 0; i + 1 < han.length; i++) found.push({ text: han[i] + han[i + 1], isExact: true });
            han = [];
        }
        Array.from(text.toLowerCase()).forEach(function (letter) {
            if (HAN.test(letter)) { endLatin(); han.push(letter); return; }
            endHan();
            if (/[\p{Alphabetic}\p{N}]/u.test(letter)) latin += letter; else endLatin();
        });
        endLatin();
        endHan();
        return found;
    }

    function load(then) {
        if (index) { then(); return; }
        var script = document.createElement('script');
        script.src = form.dataset.index;
        script.onload = function () {
            index = window.nbrunIndex;
            index.sorted = Object.keys(index.words).sort();
            then();
        };
        document.head.appendChild(script);
    }

    function sections(word) {
        var found = new Set();
        function add(entry) {
            var number = 0;
            index.words[entry].split(' ').forEach(function (step) { number += parseInt(step, 36); found.add(number); });
        }
        if (word.isExact) {
            if (Object.prototype.hasOwnProperty.call(index.words, word.text)) add(word.text);
            return found;
        }
        var low = 0, high = index.sorted.length;
        while (low < high) {
            var middle = (low + high) >> 1;
            if (index.sorted[middle] < word.text) low = middle + 1; else high = middle;
        }
        for (; low < index.sorted.length && index.sorted[low].startsWith(word.text); low++) add(index.sorted[low]);
        return found;
    }

    function search(text) {
        var wanted = words(text);
        if (!wanted.length) return null;
        var hits = null;
        wanted.forEach(function (word) {
            var found = sections(word);
            hits = hits ? hits.filter(function (number) { return found.has(number); }) : Array.from(found);
        });
        var phrase = text.trim().toLowerCase();
        return hits.map(function (number) {
            var section = index.sections[number], page = index.pages[section[0]];
            var score = 0;
            if (section[2].toLowerCase().includes(phrase)) score += 8;
            if (page[1].toLowerCase().includes(phrase)) score += section[1] ? 2 : 12;
            if (section[3].toLowerCase().includes(phrase)) score += 3;
            return { number: number, score: score, section: section, page: page };
        }).sort(function (a, b) { return b.score - a.score || a.number - b.number; });
    }

    // The words around the first hit, marked without making HTML of any text.
    function excerpt(text, phrase, wanted) {
        var lower = text.toLowerCase(), needle = phrase, at = lower.indexOf(phrase);
        for (var i = 0; at < 0 && i < wanted.length; i++) { needle = wanted[i].text; at = lower.indexOf(needle); }
        var line = document.createElement('p');
        if (at < 0) { line.textContent = text.slice(0, 90); return line; }
        var start = Math.max(0, at - 28);
        var mark = document.createElement('mark');
        mark.textContent = text.slice(at, at + needle.length);
        line.append((start ? '…' : '') + text.slice(start, at), mark, text.slice(at + needle.length, at + 90));
        return line;
    }

    function show() {
        var phrase = input.value.trim().toLowerCase();
        var hits = search(input.value);
        results.replaceChildren();
        results.hidden = !hits;
        if (!hits) return;
        if (!hits.length) {
            var none = document.createElement('p');
            none.className = 'nothing';
            none.setAttribute('role', 'status');
            none.textContent = form.dataset.nothing;
            results.append(none);
            return;
        }
        var list = document.createElement('ol');
        var wanted = words(input.value);
        hits.slice(0, MOST).forEach(function (hit) {
            var item = document.createElement('li'), link = document.createElement('a');
            link.href = root + hit.page[0] + (hit.section[1] ? '#' + encodeURIComponent(hit.section[1]) : '');
            var title = document.createElement('b');
            title.textContent = hit.section[2] ? hit.page[1] + ' › ' + hit.section[2] : hit.page[1];
            link.append(title, excerpt(hit.section[3], phrase, wanted));
            item.append(link);
            list.append(item);
        });
        results.append(list);
    }

    function close() { results.hidden = true; }

    function move(step) {
        var links = Array.from(results.querySelectorAll('a'));
        var next = links.indexOf(document.activeElement) + step;
        if (next < 0) input.focus(); else if (links[next]) links[next].focus();
    }

    input.addEventListener('input', function () { load(show); });
    input.addEventListener('focus', function () { load(function () { if (input.value) show(); }); });
    form.addEventListener('submit', function (event) {
        event.preventDefault();
        var first = results.querySelector('a');
        if (first) first.click();
    });
    form.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') { close(); input.focus(); }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            move(event.key === 'ArrowDown' ? 1 : -1);
        }
    });
    form.addEventListener('click', function (event) { if (event.target.closest('a')) close(); });
    document.addEventListener('click', function (event) { if (!form.contains(event.target)) close(); });
    document.addEventListener('keydown', function (event) {
        var isTyping = /^(input|textarea|select)$/i.test(event.target.tagName);
        if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            input.focus();
        }
    });
})();
