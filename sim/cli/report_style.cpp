// What a report looks like: on a screen, light and dark, on a phone, and on paper.
#include "sim/cli/report_html.hpp"

namespace clout::cli {

std::string_view report_style() {
  return R"css(
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { font: 16px/1.55 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; color: var(--ink);
  background: var(--page); margin: 0; }
header, main, footer, body > nav { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: clamp(1.4rem, 1rem + 1.8vw, 2.1rem); line-height: 1.2; margin: .2rem 0 .6rem;
  letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
p { margin: .5rem 0; max-width: 46rem; }
section { border-top: 1px solid var(--rule); padding: 1.75rem 0; }
a { color: var(--link); }
.eyebrow, .dim { color: var(--dim); font-size: .9rem; }
.eyebrow { margin: 0; letter-spacing: .02em; }
body > nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; padding: 0;
  margin: 1rem 0; font-size: .92rem; }
body > nav a { display: inline-block; padding: .25rem 0; }
.answer { border-left: 5px solid var(--c0); background: var(--panel); padding: 1rem 1.25rem;
  border-radius: 0 .4rem .4rem 0; }
.answer.open { border-color: var(--c1); }
.answer p { margin: .3rem 0; }
.answer .sentence { font-size: 1.2rem; line-height: 1.4; font-weight: 600; text-wrap: pretty; }
.sure { font-weight: 600; font-size: .9rem; color: var(--dim); }
.caveats { padding-left: 1.2rem; margin: .8rem 0 0; max-width: 46rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr));
  gap: 1.5rem 2.25rem; align-items: start; margin: 1rem 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr));
  gap: 0 2.25rem; align-items: start; }
figure { margin: 0; min-width: 0; display: grid; grid-row: span 3; grid-template-rows: subgrid;
  grid-template-columns: minmax(0, 1fr);
  row-gap: 0; align-items: start; }
figcaption { font-size: .95rem; margin-bottom: .6rem; }
figure svg { width: 100%; max-width: 30rem; height: auto; display: block; }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--link); font-size: .9rem;
  padding: .2rem 0; width: fit-content; }
.scroll { overflow-x: auto; margin: .6rem 0; }
table { border-collapse: collapse; font-size: .9rem; min-width: 100%;
  font-variant-numeric: tabular-nums; }
.caption { color: var(--dim); font-size: .9rem; max-width: 56rem; }
th, td { padding: .45rem 0 .45rem .8rem; text-align: right; vertical-align: top;
  border-top: 1px solid var(--rule); white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; white-space: normal; min-width: 8rem; }
thead th { border-top: 0; vertical-align: bottom; color: var(--dim); font-weight: 500;
  white-space: normal; }
tbody th { font-weight: 600; } small { color: var(--dim); font-size: .82rem; font-weight: 400; }
.words th, .words td { text-align: left; white-space: normal; overflow-wrap: break-word; }
.words td { min-width: 6rem; max-width: 26rem; }
code, pre { font: .85rem/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; }
code { overflow-wrap: anywhere; } .words tbody th code { overflow-wrap: normal; }
pre { background: var(--panel); padding: .8rem 1rem; border-radius: .4rem; overflow: auto;
  max-height: 30rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.key { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-right: .4em;
  background: var(--mark); }
.cellbar { display: block; height: .3rem; margin-top: .25rem; width: 5.5rem; margin-left: auto;
  fill: var(--mark); }
.better { color: var(--good); } .worse { color: var(--bad); }
.winner th:first-child { box-shadow: -5px 0 0 var(--mark); padding-left: .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
.downloads { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; }
button, input { font: inherit; font-size: .85rem; color: var(--link); background: none;
  border: 1px solid var(--edge); border-radius: .35rem; padding: .2rem .6rem; }
input { color: var(--ink); width: 16rem; max-width: 100%; }
button { cursor: pointer; } button:hover { background: var(--panel); }
.tools { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
footer { color: var(--dim); font-size: .88rem; padding-bottom: 3rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
  th:first-child { min-width: 6.5rem; } section { padding: 1.25rem 0; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@page { size: A4; margin: 12mm; }
@media print {
  html { font-size: 9pt; }
  body { font-size: 9pt; line-height: 1.35; }
  header, main, footer { max-width: none; padding: 0; }
  header { padding-top: 0; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; } .answer .sentence { font-size: 11pt; }
  p, .caveats { max-width: none; margin: .2rem 0; }
  section { padding: .5rem 0; }
  section:nth-of-type(n + 4) { break-before: auto; }
  section:nth-of-type(4) { break-before: page; }
  figure, tr { break-inside: avoid; } h2, .caption { break-after: avoid; }
  .pair { grid-template-columns: 1fr 1fr; } .pair .charts { grid-template-columns: 1fr; }
  .charts { grid-template-columns: 1fr 1fr; gap: .4rem 1.2rem; margin: .3rem 0; }
  figcaption { font-size: 8pt; margin-bottom: .2rem; }
  figure svg { max-width: 74mm; }
  table { font-size: 7.5pt; } th, td { padding: .12rem 0 .12rem .5rem; }
  .caption, small { font-size: 7pt; }
  th:first-child { min-width: 5.5rem; }
  .cellbar { width: 3rem; }
  .scroll { overflow: visible; }
  body > nav, .tools, details:not([open]), .skip, .downloads { display: none; }
}
)css";
}

std::string_view report_chart_style() {
  return R"css(
:root, svg { color-scheme: light dark; --ink: #1b1f24; --dim: #57606a; --rule: #d8dee4;
  --edge: #8c959f; --page: #ffffff; --panel: #f4f6f8; --link: #0b5cad; --good: #12692f; --bad: #b3261e;
  --c0: #0067a5; --c1: #bd4307; --c2: #00735a; --c3: #a12f78; --c4: #7d6200; --c5: #4b3fa8;
  --c6: #6b4226; --idle: #5f6770; --mark: var(--idle); }
@media (prefers-color-scheme: dark) { :root, svg { --ink: #e8edf2; --dim: #a3adb8; --rule: #343b44;
  --edge: #6e7681; --page: #0f1419; --panel: #1a2028; --link: #7cb8ff; --good: #5fd08a; --bad: #ff8f86;
  --c0: #5bb3ef; --c1: #ff9b63; --c2: #3fc8a3; --c3: #ee92c6; --c4: #e0c24e; --c5: #aaa2ff;
  --c6: #d3a27f; --idle: #9aa4ae; } }
@media print { :root, svg { color-scheme: light; --ink: #000; --dim: #444; --rule: #ccc; --page: #fff;
  --panel: #fff; --link: #000; --good: #12692f; --bad: #b3261e; --c0: #0067a5; --c1: #bd4307; --c2: #00735a;
  --c3: #a12f78; --c4: #7d6200; --c5: #4b3fa8; --c6: #6b4226; --idle: #5f6770; } }
.c0 { --mark: var(--c0); } .c1 { --mark: var(--c1); } .c2 { --mark: var(--c2); }
.c3 { --mark: var(--c3); } .c4 { --mark: var(--c4); } .c5 { --mark: var(--c5); }
.c6 { --mark: var(--c6); } .idle { --mark: var(--idle); }
.chart text { font: 12px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: var(--ink); }
.chart .tick, .chart .axis { font-size: 11px; fill: var(--dim); }
.chart .group { font-weight: 600; } .chart .best text { font-weight: 700; }
.chart .number { font-variant-numeric: tabular-nums; }
.chart .linename { fill: var(--mark); font-weight: 600; }
.chart .grid { stroke: var(--rule); } .chart .zero { stroke: var(--edge); stroke-width: 1.3; }
.chart .whisker { stroke: var(--mark); stroke-width: 2; }
.chart .bar ~ .whisker { stroke: var(--ink); stroke-width: 1.3; }
.chart .faint { stroke: var(--mark); stroke-opacity: .4; }
.chart .name { paint-order: stroke; stroke: var(--page); stroke-width: 3px; }
.chart .dot { fill: var(--mark); } .chart .best .dot { stroke: var(--mark); stroke-width: 3; }
.chart .replicate { fill: var(--mark); fill-opacity: .5; }
.chart .quantile { stroke: var(--ink); stroke-width: 1.5; }
.chart .bar { fill: var(--mark); } .chart .won .bar { fill-opacity: .45; }
.chart .cost .bar { fill: var(--idle); fill-opacity: .55; }
.chart .band { fill: var(--mark); fill-opacity: .16; stroke: none; }
.chart .curve { fill: none; stroke: var(--mark); stroke-width: 2.2; stroke-linejoin: round; }
.chart .second .curve { stroke-dasharray: 6 3; } .chart .leader { stroke: var(--mark); }
.chart .sure { fill: var(--mark); fill-opacity: .5; } .chart .unsure { fill: var(--mark); fill-opacity: .14; }
.chart .border { stroke: var(--ink); stroke-width: 2; fill: none; }
.chart .strip { fill: var(--ink); fill-opacity: .1; }
.chart .spot { fill: var(--mark); stroke: var(--page); }
.chart .ring { fill: var(--page); stroke: var(--mark); stroke-width: 1.6; }
@media (max-width: 34rem) { .chart text { font-size: 13px; }
  .chart .tick, .chart .axis { font-size: 12px; } }
)css";
}

}  // namespace clout::cli
