using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfTargets.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddAnsweredVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "answered_version",
                table: "operations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_operations_form_id_answered_version",
                table: "operations",
                columns: new[] { "form_id", "answered_version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_operations_form_id_answered_version",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "answered_version",
                table: "operations");
        }
    }
}
