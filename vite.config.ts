import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { build } from 'esbuild'
import { defineConfig, type Plugin } from 'vite'
import options from './remix.config.js'

const scriptOf = (address: string): string | null => {
  if (address === '/sw.js') return 'app/offline/service-worker.entry.ts'
  const [, name] = /^\/islands\/([a-z-]+)\.js$/.exec(address) ?? []
  return name === undefined ? null : `app/ui/islands/${name}.entry.ts`
}

/** In development the scripts of pages are made when they are asked for; scripts/build.ts makes them otherwise. */
const islands: Plugin = {
  name: 'islands',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      const script = scriptOf(request.url ?? '')
      if (script === null) return next()
      build({ entryPoints: [script], bundle: true, write: false, format: 'esm', loader: { '.css': 'empty' } })
        .then(({ outputFiles }) => response.setHeader('Content-Type', 'text/javascript').end(outputFiles[0]?.text))
        .catch(next)
    })
  },
}

export default defineConfig({
  plugins: [islands, remix(options)],
  resolve: {
    alias: {
      '~': fileURLToPath(new URL('./app', import.meta.url)),
      '#db': fileURLToPath(new URL('./prisma/generated/client.ts', import.meta.url)),
    },
  },
  build: { target: ['chrome87', 'safari14'], assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  ssr: { external: ['better-sqlite3', '@node-rs/argon2', 'pdfkit', 'sharp', 'mdx-bundler', 'esbuild', 'fontkit'] },
})
