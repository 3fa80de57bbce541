import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** They read rules and content, which change for nobody: files may share what one of them has read. */
const pure = ['tests/domain/**/*.test.ts', 'tests/content/**/*.test.ts']
const elsewhere = ['tests/e2e/**', 'tests/long/**']

export default defineConfig({
  resolve: { alias: { '~': at('./app'), '#db': at('./prisma/generated/client.ts') } },
  test: {
    setupFiles: ['tests/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, exclude: elsewhere, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...elsewhere, ...pure] } },
    ],
  },
})
