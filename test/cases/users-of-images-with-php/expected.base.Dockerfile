# Images that stand on that of PHP have its user.
FROM phpmyadmin:5-fpm-alpine
COPY start.sh /usr/local/bin/
RUN chown -R www-data:www-data /sessions
CMD ["start.sh"]
