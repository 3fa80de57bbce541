/** The colours of app/tailwind.css, for pages and drawings that load no stylesheet. */
export const light: Record<string, string> = {
  paper: '#fbfaf7',
  raised: '#ffffff',
  ink: '#1d1b19',
  ink2: '#5c5852',
  line: '#e4e0d8',
  field: '#857e75',
  indigo: '#1f4e8c',
  'on-indigo': '#ffffff',
  vermilion: '#b8291e',
  met: '#1b6b4a',
  due: '#8a5a00',
}
export const dark: Record<string, string> = {
  paper: '#151412',
  raised: '#1e1c1a',
  ink: '#f1eee8',
  ink2: '#b0aaa0',
  line: '#34312d',
  field: '#726c65',
  indigo: '#8db7f0',
  'on-indigo': '#10233f',
  vermilion: '#ff8a7a',
  met: '#5cc295',
  due: '#e0a53c',
}

/** The colours that only drawings have, light and dark. */
export const drawing: Record<string, readonly [string, string]> = {
  wall: ['#efe9dd', '#2a2723'],
  floor: ['#ddd3c2', '#3a352e'],
  line: ['#d8d2c7', '#45413b'],
  wood: ['#b98a56', '#8c6843'],
  metal: ['#a9b0b5', '#757c81'],
  skin: ['#e5b891', '#c99d78'],
  hair: ['#2b2623', '#6f5d50'],
  cloth: ['#3f6e9e', '#5e8fc2'],
  cloth2: ['#c9783f', '#c9783f'],
  smoke: ['#77736d', '#8f8a83'],
  fire: ['#e2572b', '#f0683a'],
  water: ['#5fa3cc', '#5fa3cc'],
  leaf: ['#5e8f5a', '#6fa06a'],
  glass: ['#cfe3ec', '#3c5560'],
  box: ['#c8a473', '#9a7b52'],
}
const named: Record<string, string> = { green: 'met', amber: 'due' }

/** The colour that the class f-<name> or s-<name> of a drawing stands for; none where there is no such colour. */
export function colourOf(name: string, isDark: boolean): string {
  const own = drawing[name]
  if (own) return isDark ? own[1] : own[0]
  return (isDark ? dark : light)[named[name] ?? name] ?? 'none'
}
