// The page reads without this: it adds a theme switch, a switch for the shapes, and buttons that copy code.
(function () {
    'use strict';
    var root = document.documentElement;

    function remembered(name) {
        try { return localStorage.getItem(name); } catch (problem) { return null; }
    }
    function remember(name, value) {
        try { localStorage.setItem(name, value); } catch (problem) { /* Private windows have no storage. */ }
    }

    var theme = remembered('nbrun-theme');
    if (theme) root.dataset.theme = theme;
    if (remembered('nbrun-shapes') === 'off') root.classList.add('no-shapes');

    function switchTheme() {
        var isDark = root.dataset.theme
            ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
        root.dataset.theme = isDark ? 'light' : 'dark';
        remember('nbrun-theme', root.dataset.theme);
    }

    function switchShapes(button) {
        var isOff = root.classList.toggle('no-shapes');
        remember('nbrun-shapes', isOff ? 'off' : 'on');
        button.setAttribute('aria-pressed', String(!isOff));
    }

    function copy(button) {
        var main = document.getElementById('content');
        var code = button.parentNode.querySelector('code');
        navigator.clipboard.writeText(code.textContent).then(function () {
            button.textContent = main.dataset.copied;
            setTimeout(function () { button.textContent = main.dataset.copy; }, 1500);
        });
    }

    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest('button');
        if (!button) return;
        if (button.id === 'theme-switch') switchTheme();
        if (button.id === 'shapes-switch') switchShapes(button);
        if (button.className === 'copy') copy(button);
    });

    // Done again for what a preview puts in later.
    function enhance() {
        var main = document.getElementById('content');
        document.querySelector('.controls').hidden = false;
        var shapes = document.getElementById('shapes-switch');
        if (shapes) shapes.setAttribute('aria-pressed', String(!root.classList.contains('no-shapes')));
        document.querySelectorAll('.code, pre.listing').forEach(function (block) {
            if (!navigator.clipboard || block.querySelector('.copy')) return;
            var button = document.createElement('button');
            button.type = 'button';
            button.className = 'copy';
            button.textContent = main.dataset.copy;
            block.appendChild(button);
        });
        // What scrolls can be reached with the keyboard.
        document.querySelectorAll('pre, .table, .equation').forEach(function (box) {
            if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
        });
    }
    enhance();
    document.addEventListener('nbrun-update', enhance);
})();
