import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

export default {
  content: ['./app/**/*.{ts,tsx}', './content/**/*.svg'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: token('paper'),
      raised: token('raised'),
      ink: token('ink'),
      ink2: token('ink2'),
      line: token('line'),
      field: token('field'),
      indigo: token('indigo'),
      'on-indigo': token('on-indigo'),
      vermilion: token('vermilion'),
      met: token('met'),
      due: token('due'),
    },
    fontSize: {
      14: ['0.875rem', '1.5'],
      16: ['1rem', '1.6'],
      18: ['1.125rem', '1.7'],
      22: ['1.375rem', '1.4'],
      28: ['1.75rem', '1.3'],
      36: ['2.25rem', '1.2'],
    },
    fontFamily: {
      sans: ['"PingFang SC"', '"HarmonyOS Sans SC"', 'MiSans', '"Noto Sans CJK SC"', '"Noto Sans SC"', '"Microsoft YaHei"', 'sans-serif'],
    },
    borderRadius: { none: '0', DEFAULT: '8px', full: '9999px' },
    extend: { maxWidth: { measure: '38em' }, minHeight: { touch: '44px' }, minWidth: { touch: '44px' } },
  },
} satisfies Config
