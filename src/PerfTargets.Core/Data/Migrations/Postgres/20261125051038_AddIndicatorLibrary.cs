using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfTargets.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddIndicatorLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "library_indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: true),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    initials = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @operator = table.Column<string>(name: "operator", type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    explanation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    topic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    shipped_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_library_indicators", x => x.id);
                    table.ForeignKey(
                        name: "fk_library_indicators_organisations_department_id",
                        column: x => x.department_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_library_indicators_category_name_key_common",
                table: "library_indicators",
                columns: new[] { "category", "name_key" },
                unique: true,
                filter: "department_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_library_indicators_department_id_category_name_key",
                table: "library_indicators",
                columns: new[] { "department_id", "category", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_library_indicators_shipped_key",
                table: "library_indicators",
                column: "shipped_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "library_indicators");
        }
    }
}
