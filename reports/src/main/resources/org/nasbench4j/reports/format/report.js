'use strict';
(function () {
  const figures = JSON.parse(document.getElementById('figures-data').textContent);
  const buttons = Array.from(document.querySelectorAll('button[data-line]'));
  const selects = Array.from(document.querySelectorAll('select[name]'));
  const hidden = new Set();
  const dashes = ['solid', 'dashed', 'dotted'];
  const styles = new Map(buttons.map(styleOf));

  // The legend says what a line looks like; the plots read it from there.
  function styleOf(button) {
    const swatch = button.querySelector('.swatch');
    return [button.dataset.line, {
      label: button.textContent,
      colour: () => getComputedStyle(swatch).borderTopColor,
      dash: getComputedStyle(swatch).borderTopStyle,
      baseline: swatch.classList.contains('baseline')
    }];
  }

  // A line on a signal has the colour of its method and the dash of its signal.
  function style(key) {
    const [method, signal] = key.split('.');
    const base = styles.get(method);
    return signal === undefined ? base : Object.assign({}, base, {
      label: base.label + ' · ' + styles.get(signal).label,
      dash: styles.get(signal).dash
    });
  }

  function isVisible(key) {
    return !key.split('.').some(part => hidden.has(part));
  }

  function chosen(name) {
    return selects.find(select => select.name === name).value;
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function number(value) {
    return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
  }

  function points(value) {
    return value === 0 ? '0' : Math.abs(value) < 0.001 ? '<0.001' : value.toFixed(3);
  }

  function escaped(text) {
    return text.replace(/[&<>"]/g, c => '&#' + c.charCodeAt(0) + ';');
  }

  // A band is a polygon along the steps of its two edges.
  function band(view, bottom, key) {
    const source = view.bands.find(candidate => candidate.name === key);
    const [low, high] = chosen('band') === 'tails' ? [1, 4] : [2, 3];
    if (!source || source.points.length === 0) {
      return null;
    }
    const edge = column => source.points.flatMap((point, i) => {
      const y = Math.max(point[column], bottom);
      const next = source.points[i + 1];
      return next ? [[point[0], y], [next[0], y]] : [[point[0], y]];
    });
    const outline = edge(low).concat(edge(high).reverse());
    return {
      type: 'custom', name: key, silent: true, clip: true, z: 1, data: [outline[0]],
      tooltip: { show: false },
      renderItem: (params, api) => ({
        type: 'polygon',
        shape: { points: outline.map(point => api.coord(point)) },
        style: { fill: style(key).colour(), opacity: 0.12 }
      })
    };
  }

  function tooltip(view, unit) {
    return items => {
      const lines = items.filter(item => item.seriesType === 'line')
        .sort((a, b) => a.value[2] - b.value[2])
        .map(item => '<br>' + item.marker + escaped(style(item.seriesName).label) +
          ' <b>' + points(item.value[2]) + '</b>');
      return items.length ? number(items[0].axisValue) + ' ' + unit + lines.join('') : '';
    };
  }

  function decorated(series) {
    const look = style(series.name);
    return Object.assign({}, series, {
      z: look.baseline ? 2 : 3,
      emphasis: { disabled: true },
      itemStyle: { color: look.colour() },
      lineStyle: { color: look.colour(), type: look.dash, width: look.baseline ? 1.25 : 2 }
    });
  }

  function option(view, axis) {
    const base = JSON.parse(JSON.stringify(view.option));
    const quiet = colour('--quiet');
    const label = { color: quiet, hideOverlap: true };
    const log = view.log || chosen('scale') === 'log';
    const visible = base.series.filter(series => isVisible(series.name));
    const bands = chosen('band') === 'none' ? []
      : visible.map(series => band(view, base.yAxis.min, series.name)).filter(Boolean);
    Object.assign(base.xAxis, {
      type: log ? 'log' : 'value', min: log ? view.start : 0,
      minInterval: axis === 'evaluations' ? 1 : 0,
      axisLabel: Object.assign({ formatter: number, showMaxLabel: false, showMinLabel: !log }, label),
      axisLine: { show: true, onZero: false, lineStyle: { color: quiet } },
      splitLine: { show: false },
      name: axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: quiet }
    });
    Object.assign(base.yAxis, {
      axisLabel: Object.assign({ formatter: number }, label),
      splitLine: { lineStyle: { color: colour('--line') } },
      minorSplitLine: { show: true, lineStyle: { color: colour('--line'), opacity: 0.4 } },
      minorTick: { show: false },
      name: 'mean regret, points', nameTextStyle: { color: quiet, align: 'left' }
    });
    base.grid.bottom = 24;
    Object.assign(base.tooltip, {
      formatter: tooltip(view, axis),
      backgroundColor: colour('--paper'), borderColor: colour('--line'),
      textStyle: { color: colour('--ink'), fontSize: 13 }
    });
    base.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
    base.series = bands.concat(visible.map(decorated));
    return base;
  }

  const charts = figures.map(figure => ({
    axes: figure.axes,
    chart: echarts.init(document.getElementById(figure.figure), null, { renderer: 'svg' })
  }));

  function draw() {
    for (const { axes, chart } of charts) {
      const axis = axes[chosen('axis')] ? chosen('axis') : Object.keys(axes)[0];
      const label = axes[axis].label || (axis === 'seconds' ? 'simulated seconds' : axis);
      chart.setOption(option(axes[axis], label), true);
    }
    scalable();
  }

  // On paper a plot is scaled to its column, which needs a view box.
  function scalable() {
    for (const svg of document.querySelectorAll('.plot svg')) {
      svg.setAttribute('viewBox', '0 0 ' + svg.getAttribute('width') + ' ' + svg.getAttribute('height'));
    }
  }

  // What no plot draws is not in the legend.
  const drawn = new Set(figures.flatMap(figure => Object.values(figure.axes))
    .flatMap(view => view.option.series).flatMap(series => series.name.split('.')));
  for (const button of buttons) {
    button.hidden = !drawn.has(button.dataset.line);
    button.addEventListener('click', () => {
      const key = button.dataset.line;
      const shown = hidden.delete(key) || !hidden.add(key);
      button.setAttribute('aria-pressed', String(shown));
      draw();
    });
  }
  selects.forEach(select => select.addEventListener('change', draw));
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.addEventListener('resize', () => {
    charts.forEach(({ chart }) => chart.resize());
    scalable();
  });
  draw();
}());
