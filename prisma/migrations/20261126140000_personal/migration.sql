-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rows" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ErasureSweep" (
    "erasureId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ErasureSweep_erasureId_fkey" FOREIGN KEY ("erasureId") REFERENCES "Erasure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "unitId" TEXT,
    "field" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CorrectionAnswer" (
    "requestId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "CorrectionAnswer_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "CorrectionRequest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RetentionDay" (
    "on" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "counts" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Erasure_personId_key" ON "Erasure"("personId");

-- CreateIndex
CREATE INDEX "CorrectionRequest_personId_idx" ON "CorrectionRequest"("personId");

-- CreateIndex
CREATE INDEX "CorrectionRequest_unitId_idx" ON "CorrectionRequest"("unitId");
