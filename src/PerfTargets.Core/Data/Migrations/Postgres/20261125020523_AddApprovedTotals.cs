using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfTargets.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddApprovedTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approved_totals",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approved_totals", x => new { x.year, x.department_id });
                    table.ForeignKey(
                        name: "fk_approved_totals_budget_years_year",
                        column: x => x.year,
                        principalTable: "budget_years",
                        principalColumn: "year",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approved_totals_organisations_department_id",
                        column: x => x.department_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_approved_totals_department_id",
                table: "approved_totals",
                column: "department_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approved_totals");
        }
    }
}
