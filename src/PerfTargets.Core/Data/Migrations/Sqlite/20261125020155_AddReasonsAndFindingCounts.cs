using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfTargets.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddReasonsAndFindingCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "error_count",
                table: "forms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "unfilled_count",
                table: "forms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "warning_count",
                table: "forms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reasons",
                columns: table => new
                {
                    form_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reasons", x => new { x.form_id, x.position });
                    table.ForeignKey(
                        name: "fk_reasons_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reasons");

            migrationBuilder.DropColumn(
                name: "error_count",
                table: "forms");

            migrationBuilder.DropColumn(
                name: "unfilled_count",
                table: "forms");

            migrationBuilder.DropColumn(
                name: "warning_count",
                table: "forms");
        }
    }
}
