-- CreateTable
CREATE TABLE "TrainingEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "register" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "TrainingEntry_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrainingEntryRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entryId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "TrainingEntryRevision_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "TrainingEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrainingEntryEnd" (
    "entryId" TEXT NOT NULL PRIMARY KEY,
    "lastDay" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "TrainingEntryEnd_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "TrainingEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TrainingEntry_register_idx" ON "TrainingEntry"("register");

-- CreateIndex
CREATE INDEX "TrainingEntry_placeId_idx" ON "TrainingEntry"("placeId");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingEntryRevision_entryId_nth_key" ON "TrainingEntryRevision"("entryId", "nth");
