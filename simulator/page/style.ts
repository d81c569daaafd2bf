/** The control page's style: the system's own fonts, light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --back: light-dark(#f3f5f8, #14161a);
  --card: light-dark(#ffffff, #1e2127);
  --line: light-dark(#d5dae1, #363b44);
  --text: light-dark(#1b1f24, #e9ecf0);
  --soft: light-dark(#525a66, #aab2be);
  --accent: light-dark(#3f3fc4, #a9b0ff);
  --on-accent: light-dark(#ffffff, #14161a);
  --ringing: light-dark(#b23a00, #ff9d66);
  --talking: light-dark(#00703c, #6fdc9c);
  --hold: light-dark(#1257b0, #85b8ff);
  --dialing: light-dark(#6a33b0, #c9a4ff);
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1.25rem; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
h1 { font-size: 1.3rem; margin: 0; }
h2 { font-size: 1rem; margin: 0 0 .6rem; }
p { margin: .3rem 0; }
#setting, .note, #counts { color: var(--soft); }
#said { min-height: 1.5em; font-weight: 600; }
#said.wrong { color: var(--ringing); }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem; align-items: start; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; min-width: 0; }
.wide { grid-column: 1 / -1; }
.scroll { overflow: auto; }
.low { max-height: 18rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: start; font-weight: 600; color: var(--soft); }
th, td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.none { color: var(--soft); }
form { display: grid; gap: .6rem; }
label { display: grid; grid-template-columns: 10rem 1fr; align-items: center; gap: .5rem; }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .3rem .6rem; min-width: 0; max-width: 100%; }
button { cursor: pointer; font-weight: 600; }
button:hover { border-color: var(--accent); }
button[type=submit], button[aria-pressed=true] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.buttons, .call { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.call { padding-bottom: .35rem; }
.call button, td select { padding: .1rem .5rem; font-size: .9em; }
.phase { font-weight: 700; min-width: 4.5em; }
.Ringing { color: var(--ringing); } .Talking { color: var(--talking); } .Hold { color: var(--hold); } .Dialing { color: var(--dialing); }
.number { unicode-bidi: isolate; overflow-wrap: anywhere; }
ul { list-style: none; margin: .6rem 0 0; padding: 0; }
li { padding: .2rem 0; }
@media (max-width: 34rem) { label { grid-template-columns: 1fr; gap: .1rem; } }
`
