// The page reads without this: it adds a theme switch, a switch for the shapes, and buttons that copy code.
(function () {
    'use strict';
    var root = document.documentElement;
    var main = document.getElementById('content');

    function remembered(name) {
        try { return localStorage.getItem(name); } catch (problem) { return null; }
    }
    function remember(name, value) {
        try { localStorage.setItem(name, value); } catch (problem) { /* Private windows have no storage. */ }
    }

    var theme = remembered('nbrun-theme');
    if (theme) root.dataset.theme = theme;
    if (remembered('nbrun-shapes') === 'off') root.classList.add('no-shapes');

    document.querySelector('.controls').hidden = false;
    document.getElementById('theme-switch').addEventListener('click', function () {
        var isDark = root.dataset.theme
            ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
        root.dataset.theme = isDark ? 'light' : 'dark';
        remember('nbrun-theme', root.dataset.theme);
    });

    var shapes = document.getElementById('shapes-switch');
    function showShapes() {
        shapes.setAttribute('aria-pressed', String(!root.classList.contains('no-shapes')));
    }
    if (shapes) {
        showShapes();
        shapes.addEventListener('click', function () {
            var isOff = root.classList.toggle('no-shapes');
            remember('nbrun-shapes', isOff ? 'off' : 'on');
            showShapes();
        });
    }

    document.querySelectorAll('.code, pre.listing').forEach(function (block) {
        if (!navigator.clipboard) return;
        var code = block.querySelector('code');
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'copy';
        button.textContent = main.dataset.copy;
        button.addEventListener('click', function () {
            navigator.clipboard.writeText(code.textContent).then(function () {
                button.textContent = main.dataset.copied;
                setTimeout(function () { button.textContent = main.dataset.copy; }, 1500);
            });
        });
        block.appendChild(button);
    });

    // What scrolls can be reached with the keyboard.
    document.querySelectorAll('pre, .table, .equation').forEach(function (box) {
        if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    });
})();
