// A preview listens to its server and puts what is new into the page, without moving it.
(function () {
    'use strict';
    // The page as it came, before any script changed it.
    var before = document.cloneNode(true);
    var problems = document.createElement('div');
    problems.className = 'problems';
    problems.setAttribute('role', 'status');
    problems.hidden = true;
    document.body.appendChild(problems);

    // Replaces the children that differ, so that what stays keeps its state and its place.
    function patch(live, old, now) {
        if (!live || !old || !now) return;
        var from = Array.from(old.childNodes), to = Array.from(now.childNodes);
        var start = 0, end = 0;
        while (start < from.length && start < to.length && from[start].isEqualNode(to[start])) start++;
        while (end < from.length - start && end < to.length - start
            && from[from.length - 1 - end].isEqualNode(to[to.length - 1 - end])) end++;
        var nodes = Array.from(live.childNodes);
        var anchor = nodes[from.length - end] || null;
        nodes.slice(start, from.length - end).forEach(function (node) { node.remove(); });
        to.slice(start, to.length - end).forEach(function (node) {
            live.insertBefore(document.importNode(node, true), anchor);
        });
    }

    // What the reader is looking at: the first thing on the screen, and how far down it stands.
    function place() {
        var marks = document.querySelectorAll('main > *, main [id]');
        for (var i = 0; i < marks.length; i++) {
            var top = marks[i].getBoundingClientRect().top;
            if (top >= 0) return { node: marks[i], id: marks[i].id, top: top };
        }
        return null;
    }

    function restore(place) {
        if (!place) return;
        var node = place.node.isConnected ? place.node : place.id && document.getElementById(place.id);
        if (node) window.scrollBy({ top: node.getBoundingClientRect().top - place.top, behavior: 'instant' });
    }

    function loadStyles(now) {
        now.querySelectorAll('link[rel=stylesheet]').forEach(function (link) {
            var address = link.getAttribute('href');
            var known = Array.from(document.querySelectorAll('link[rel=stylesheet]'));
            if (known.some(function (other) { return other.getAttribute('href') === address; })) return;
            document.head.appendChild(document.importNode(link));
        });
    }

    function update() {
        return fetch(location.pathname, { cache: 'no-store' }).then(function (answer) { return answer.text(); })
            .then(function (text) {
                var now = new DOMParser().parseFromString(text, 'text/html');
                var view = place();
                document.title = now.title;
                loadStyles(now);
                ['main', 'nav.notes', '.controls'].forEach(function (name) {
                    patch(document.querySelector(name), before.querySelector(name), now.querySelector(name));
                });
                before = now;
                restore(view);
                document.dispatchEvent(new Event('nbrun-update'));
                document.documentElement.dataset.updates =
                    String(Number(document.documentElement.dataset.updates || 0) + 1);
            });
    }

    function show(list) {
        problems.replaceChildren();
        problems.hidden = !list.length;
        list.forEach(function (problem) {
            var line = document.createElement('p');
            line.className = problem.severity;
            line.textContent = (problem.place ? problem.place + ': ' : '') + problem.message;
            problems.append(line);
        });
    }

    var events = new EventSource('/.nbrun/events');
    var queue = Promise.resolve();
    events.onmessage = function (event) {
        var news = JSON.parse(event.data);
        queue = queue.then(update).then(function () { show(news.problems); }, function () { /* The server is gone. */ });
    };
})();
