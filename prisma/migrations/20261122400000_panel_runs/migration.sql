-- CreateTable
CREATE TABLE "PanelRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "scenario" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "acts" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "PanelRun_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PanelRun_personId_scenario_idx" ON "PanelRun"("personId", "scenario");
