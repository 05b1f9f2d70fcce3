<?php

declare(strict_types=1);

use Monolog\Handler\StreamHandler;
use Monolog\Logger;

require __DIR__ . '/../vendor/autoload.php';

Dotenv\Dotenv::createImmutable(dirname(__DIR__))->safeLoad();

$log = new Logger('prices');
$log->pushHandler(new StreamHandler('php://stderr'));

$locale = Locale::acceptFromHttp($_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? '') ?: 'en_GB';
$money = new NumberFormatter($locale, NumberFormatter::CURRENCY);

try {
    $database = new PDO($_ENV['DATABASE_DSN'] ?? 'pgsql:host=db;dbname=shop', $_ENV['DATABASE_USER'] ?? 'shop', $_ENV['DATABASE_PASSWORD'] ?? null);
    $articles = $database->query('SELECT name, price, currency FROM articles ORDER BY name')->fetchAll(PDO::FETCH_ASSOC);
} catch (PDOException $error) {
    $log->error('The database does not answer.', ['error' => $error->getMessage()]);
    http_response_code(503);
    exit;
}

header('Content-Type: text/plain; charset=utf-8');
foreach ($articles as ['name' => $name, 'price' => $price, 'currency' => $currency]) {
    printf("%s\t%s\n", $name, $money->formatCurrency((float) $price, $currency));
}
