import autoprefixer from 'autoprefixer'
import tailwindcss from 'tailwindcss'

/** The player's style sheet carries its icon font as data, which the security policy refuses; app/ui/learn/player.css names the file. */
const withoutDataFonts = {
  postcssPlugin: 'without-data-fonts',
  AtRule: {
    'font-face': (rule) => {
      if (rule.toString().includes('url(data:')) rule.remove()
    },
  },
}

export default { plugins: [tailwindcss(), autoprefixer(), withoutDataFonts] }
