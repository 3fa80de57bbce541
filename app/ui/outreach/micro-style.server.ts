import { createHash } from 'node:crypto'
import { dark, light } from '~/domain/outreach/drawing-colours'

const listed = (colours: Record<string, string>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** The whole style of a ninety-second lesson. It stands in the page, so that the first answer of the server is readable. */
export const microStyle = [
  `:root{${listed(light)};color-scheme:light dark}`,
  `@media(prefers-color-scheme:dark){:root{${listed(dark)}}}`,
  '*{box-sizing:border-box;margin:0}',
  'html{font-size:16px;-webkit-text-size-adjust:100%}',
  'html.large{font-size:24px}',
  'body{background:var(--paper);color:var(--ink);font:1.125rem/1.7 "PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}',
  'main,header,footer{max-width:34rem;margin:0 auto;padding:0 1rem}',
  'header{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:3rem;font-size:1rem}',
  'header b{color:var(--vermilion)}',
  'a{color:var(--indigo);text-underline-offset:4px}',
  'header a,footer a{display:inline-flex;align-items:center;min-height:44px}',
  'h1{font-size:1.75rem;line-height:1.3;margin-top:.5rem}',
  'h2{font-size:1.125rem;line-height:1.6;font-weight:600}',
  '.line{margin-top:.5rem;color:var(--ink2)}',
  '.story{list-style:none;padding:0}',
  '.story li{margin-top:1rem}',
  '.story svg{display:block;width:100%;height:auto;aspect-ratio:8/5;border-radius:8px;background:var(--raised);border:1px solid var(--line)}',
  '.story p{margin-top:.4rem}',
  'section{margin-top:2rem;padding-top:1.25rem;border-top:1px solid var(--line)}',
  '.n{color:var(--ink2);font-size:1rem}',
  'button,.pick{display:block;width:100%;min-height:48px;margin-top:.6rem;padding:.5rem .9rem;border:1px solid var(--field);border-radius:8px;background:var(--raised);color:var(--ink);font:inherit;text-align:left;cursor:pointer}',
  'button:hover{border-color:var(--indigo)}',
  ':focus-visible{outline:3px solid var(--indigo);outline-offset:2px}',
  'input{display:block;width:100%;min-height:48px;padding:.5rem .9rem;border:1px solid var(--field);border-radius:8px;background:var(--raised);color:var(--ink);font:inherit}',
  '.note{margin:.5rem 0 1.5rem;padding:0 0 1rem;border-bottom:1px solid var(--line)}',
  '.note label{display:block;margin-top:.75rem;font-size:1rem}',
  '.pick{cursor:auto;border-color:var(--line);color:var(--ink2)}',
  '.right,.wrong{color:var(--ink)}',
  '.right{border:2px solid var(--met)}',
  '.wrong{border:2px solid var(--vermilion)}',
  '.right b{color:var(--met)}',
  '.wrong b{color:var(--vermilion)}',
  '.why{margin-top:.25rem;font-size:1rem}',
  '.read{display:inline-block;width:auto;margin:.75rem 0;padding:.5rem 1.1rem;border-color:var(--indigo);color:var(--indigo);font-size:1rem}',
  '.read[aria-pressed=true]{background:var(--indigo);color:var(--on-indigo)}',
  '.go{background:var(--indigo);border-color:var(--indigo);color:var(--on-indigo);text-align:center;font-weight:600}',
  'footer{margin-top:3rem;padding-bottom:2rem;border-top:1px solid var(--line);font-size:1rem;display:flex;flex-wrap:wrap;gap:0 1.25rem}',
  'details{margin-top:2rem;font-size:1rem;color:var(--ink2)}',
  'summary{min-height:44px;display:flex;align-items:center;cursor:pointer}',
  'summary::before{content:"▸";width:1.25em}details[open] summary::before{content:"▾"}',
  '@media print{button,header,footer{display:none}}',
].join('')

/** What the browser is told to allow: this style and no other. */
export const microStyleHash = `'sha256-${createHash('sha256').update(microStyle).digest('base64')}'`
